import { createServer, request } from 'node:http';
import { startRespondent } from '../../bench/respondent.mjs';

/**
 * Stands before Milepost and can hold back what follows the loader, so that a survey comes at the very moment at which
 * a check is ready to watch it, however slow the machine is.
 */
export async function openGate() {
  let target = null;
  let opened = Promise.resolve();
  let open = () => {};
  const server = createServer(async (req, res) => {
    if (/^\/v1\/(?!milepost\.js)/.test(req.url)) await opened;
    const asked = request(new URL(req.url, target), { method: req.method, headers: req.headers }, (reply) => {
      res.writeHead(reply.statusCode, reply.headers);
      reply.pipe(res);
    });
    asked.on('error', () => res.destroy());
    req.pipe(asked);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    leadTo: (origin) => {
      target = origin;
    },
    hold: () => {
      open();
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    stop: () => {
      open();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A Milepost of its own behind a gate: address, keys, answers, and `hold`, `release` and `stop`. */
export async function startMilepost() {
  const gate = await openGate();
  try {
    const milepost = await startRespondent({ publicUrl: gate.url });
    gate.leadTo(milepost.url);
    return {
      ...milepost,
      url: gate.url,
      hold: gate.hold,
      release: gate.release,
      stop: async () => {
        await gate.stop();
        await milepost.stop();
      },
    };
  } catch (error) {
    await gate.stop();
    throw error;
  }
}
