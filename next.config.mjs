/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: false,
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // The type check is a step of its own (npm run check, npm test): people who only want to see the product need not wait.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'drizzle-orm',
    'postgres',
    'nodemailer',
    'pdfkit',
    'resend',
  ],
  // The same as LARGEST_MEMBERS_BODY of server/body.ts.
  experimental: { serverActions: { bodySizeLimit: 11_000_000 } },
};

export default config;
