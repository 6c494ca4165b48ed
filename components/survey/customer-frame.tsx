/**
 * The customer's page in a frame of no origin that can send nothing. Its own policy runs no script; the sandbox would
 * let one, so that accessibility checks can look inside. `src` is a path below /preview; a changed
 * `revision` draws it again.
 */
export function CustomerFrame({
  src,
  title,
  revision = 0,
  className = '',
}: {
  src: string;
  title: string;
  revision?: number;
  className?: string;
}) {
  return (
    <iframe
      key={revision}
      src={src}
      title={title}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      className={`block border-0 bg-panel ${className}`}
    />
  );
}
