/** The servers that we have a sample for. */
export const SERVERS = ['Node', 'PHP', 'Python', 'Ruby'] as const;
export type ServerName = (typeof SERVERS)[number];

/** How a server signs the id of a person: HMAC-SHA256 in hex. `key` is the identity key, as it is written. */
export const HASH_SAMPLES: Record<ServerName, string> = {
  Node: `import { createHmac } from 'node:crypto';

const hash = createHmac('sha256', key).update(user.id).digest('hex');`,
  PHP: `$hash = hash_hmac('sha256', $user->id, $key);`,
  Python: `import hashlib, hmac

hash = hmac.new(key.encode(), user.id.encode(), hashlib.sha256).hexdigest()`,
  Ruby: `require 'openssl'

hash = OpenSSL::HMAC.hexdigest('SHA256', key, user.id)`,
};

/** How a server signs the id with what is known of the person: a JSON Web Token (HS256) that lives ten minutes. */
export const tokenSample = (server: ServerName, workspaceId: string): string => TOKENS[server](workspaceId);

const TOKENS: Record<ServerName, (workspaceId: string) => string> = {
  Node: (aud) => `import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const body = [
  part({ alg: 'HS256', typ: 'JWT' }),
  part({
    sub: user.id,
    aud: '${aud}',
    exp: Math.floor(Date.now() / 1000) + 600,
    traits: { name: user.name, plan: user.plan },
  }),
].join('.');
const token = body + '.' + createHmac('sha256', key).update(body).digest('base64url');`,
  PHP: (aud) => `// composer require firebase/php-jwt
$token = Firebase\\JWT\\JWT::encode([
    'sub' => $user->id,
    'aud' => '${aud}',
    'exp' => time() + 600,
    'traits' => ['name' => $user->name, 'plan' => $user->plan],
], $key, 'HS256');`,
  Python: (aud) => `# pip install pyjwt
import time, jwt

token = jwt.encode({
    "sub": user.id,
    "aud": "${aud}",
    "exp": int(time.time()) + 600,
    "traits": {"name": user.name, "plan": user.plan},
}, key, algorithm="HS256")`,
  Ruby: (aud) => `# gem install jwt
require 'jwt'

token = JWT.encode({
  sub: user.id,
  aud: '${aud}',
  exp: Time.now.to_i + 600,
  traits: { name: user.name, plan: user.plan }
}, key, 'HS256')`,
};

/** What the page then tells the widget. */
export const IDENTIFY_BY_HASH = "milepost('identify', 'USER_ID', {}, { hash: 'HASH' });";
export const IDENTIFY_BY_TOKEN = "milepost('identify', 'USER_ID', {}, { token: 'TOKEN' });";
