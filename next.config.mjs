/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: false,
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'drizzle-orm',
    'postgres',
    'nodemailer',
    'resend',
  ],
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
};

export default config;
