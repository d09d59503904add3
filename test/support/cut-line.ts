import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the database that can be watched, and that breaks. */
export type CutLine = {
  readonly url: string;
  /** How often the talk went over to our side: the number of trips. */
  readonly turns: () => number;
  readonly close: () => void;
};

/** A line that breaks as soon as this word has passed on its way to the server, without a word of the answer. */
export async function cutLine(url: string, word?: string): Promise<CutLine> {
  const { port, hostname } = new URL(url);
  const open = new Set<Socket>();
  let turns = 0;
  const server = createServer((ours) => {
    const theirs = connect(Number(port), hostname);
    let ourTurn = false;
    for (const socket of [ours, theirs]) open.add(socket.on('error', () => undefined).setNoDelay());
    theirs.on('data', (data) => {
      ourTurn = false;
      ours.write(data);
    });
    ours.on('data', (data) => {
      if (!ourTurn) turns += 1;
      ourTurn = true;
      theirs.write(data);
      if (word !== undefined && data.includes(word)) ours.destroy();
    });
    ours.on('close', () => theirs.destroy());
    theirs.on('close', () => ours.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const detour = new URL(url);
  detour.port = String((server.address() as AddressInfo).port);
  return {
    url: detour.href,
    turns: () => turns,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
