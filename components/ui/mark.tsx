/** The product's mark: a milestone with its letter. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex items-center justify-center rounded-[10px] bg-white font-extrabold text-[#1f2a3c] shadow-card"
      style={{ width: size, height: size, fontSize: size * 0.46 }}
    >
      M
    </span>
  );
}
