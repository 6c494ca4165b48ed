import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server on the loopback interface, and what was handed to it. */
export type SmtpSink = {
  url: string;
  mails: { to: string; mail: Email }[];
  /** Refuses the recipient with this code, so many times. */
  answer: { code: number; times: number } | null;
  cutAfterData: boolean;
  reset: () => void;
  close: () => Promise<void>;
};

export async function smtpSink(): Promise<SmtpSink> {
  const sink: SmtpSink = {
    url: '',
    mails: [],
    answer: null,
    cutAfterData: false,
    reset: () => {
      sink.mails = [];
      sink.answer = null;
      sink.cutAfterData = false;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (to, _session, done) => {
      if (sink.answer && sink.answer.times > 0) {
        sink.answer.times -= 1;
        const refusal = Object.assign(new Error(`<${to.address}>: refused`), {
          responseCode: sink.answer.code,
        });
        return done(refusal);
      }
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (sink.cutAfterData) {
          for (const connection of server.connections as Set<{ _socket: { destroy: () => void } }>) {
            connection._socket.destroy();
          }
          return;
        }
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        sink.mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', mail });
        done();
      });
    },
  }) as SMTPServer & { connections: Set<unknown> };
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return sink;
}
