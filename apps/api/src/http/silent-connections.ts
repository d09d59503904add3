import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections that have said nothing yet when the server ends. Browsers open some in advance, and Node takes them for
 * requests under way: without this a stop would wait a minute for each.
 */
export function endSilentConnections(instance: FastifyInstance): void {
  const silent = new Set<Socket>();
  instance.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  instance.server.on('request', ({ socket }) => void silent.delete(socket));
  instance.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    done();
  });
}
