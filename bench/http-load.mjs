// Closed-loop load on 127.0.0.1 over keep-alive sockets, without dependencies; bounded in time and in count.
// It runs as a process of its own, so that its cost is not the server's:
//   node bench/http-load.mjs '{"port":3000,"connections":16,"seconds":5,"warmupSeconds":1,"keys":["…"]}'
// Each request is one new answer: PUT /api/v1/placements/{key}/responses/{new id}. Prints one line of JSON.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const { port, connections, seconds, warmupSeconds, keys } = JSON.parse(process.argv[2]);
const MOST_REQUESTS = 2_000_000;
const COMMENT = 'It was quick to set up but the invoice page was hard to find.';

const latencies = [];
const codes = {};
const bare503 = { count: 0 };
let acknowledged = 0;
let sent = 0;
let broken = 0;
let measuring = false;
let stopping = false;

const randomInt = (below) => Math.floor(Math.random() * below);
const HEAD = ` HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: `;

function request() {
  const answer = { score: randomInt(11), ...(randomInt(10) < 3 ? { comment: COMMENT } : {}) };
  const body = JSON.stringify({ seq: 1, state: 'complete', answer });
  const path = `/api/v1/placements/${keys[randomInt(keys.length)]}/responses/${randomUUID()}`;
  return `PUT ${path}${HEAD}${body.length}\r\n\r\n${body}`;
}

function begin(connection) {
  if (stopping || sent >= MOST_REQUESTS) {
    connection.socket.end();
    return;
  }
  sent += 1;
  connection.busy = true;
  connection.begunAt = performance.now();
  connection.socket.write(request(), 'latin1');
}

function open() {
  const connection = {
    text: '',
    busy: false,
    begunAt: 0,
    socket: connect({ host: '127.0.0.1', port, noDelay: true }),
  };
  connection.socket.setEncoding('latin1');
  connection.socket.on('connect', () => begin(connection));
  connection.socket.on('error', () => {});
  connection.socket.on('close', () => {
    if (connection.busy && measuring) broken += 1;
    if (!stopping) setTimeout(open, 50);
  });
  connection.socket.on('data', (part) => {
    connection.text = connection.text === '' ? part : connection.text + part;
    const { text } = connection;
    // Replies are JSON objects: what does not end with one is not whole yet.
    if (text.charCodeAt(text.length - 1) !== 125 || !isWhole(text)) return;
    const code = Number(text.slice(9, 12));
    if (code === 201 || code === 200) acknowledged += 1;
    if (measuring) {
      codes[code] = (codes[code] ?? 0) + 1;
      if (code === 503 && !/\r\nretry-after: /i.test(text)) bare503.count += 1;
      if (code < 300) latencies.push(performance.now() - connection.begunAt);
    }
    connection.text = '';
    connection.busy = false;
    begin(connection);
  });
}

function isWhole(text) {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const at = text.toLowerCase().indexOf('content-length: ');
  return at > 0 && at < head && text.length >= head + 4 + Number.parseInt(text.slice(at + 16, at + 24), 10);
}

for (let i = 0; i < connections; i += 1) open();
setTimeout(() => {
  measuring = true;
  const begunAt = performance.now();
  process.send?.('measuring');
  setTimeout(() => {
    measuring = false;
    process.send?.('measured');
    const elapsed = (performance.now() - begunAt) / 1000;
    stopping = true;
    // Answers in flight are waited for, so that what was acknowledged can be compared with what is stored.
    setTimeout(() => {
      latencies.sort((a, b) => a - b);
      const quantile = (q) =>
        latencies[Math.min(latencies.length - 1, Math.floor(q * latencies.length))] ?? null;
      console.log(
        JSON.stringify({
          connections,
          counted: latencies.length,
          perSecond: latencies.length / elapsed,
          p50: quantile(0.5),
          p99: quantile(0.99),
          codes,
          bare503: bare503.count,
          broken,
          acknowledged,
        }),
      );
      process.exit(0);
    }, 1500);
  }, seconds * 1000);
}, warmupSeconds * 1000);
