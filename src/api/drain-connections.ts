import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ApolloServerPlugin } from '@apollo/server';

/** Milliseconds between two looks for connections that have nothing left to answer. */
const INTERVAL = 25;

/**
 * Lets what is under way on a server's connections end before Apollo Server stops, and cuts off what is left after the grace
 * period, in milliseconds. Apollo Server's own plugin loses track of a connection that ends before its answer does, and
 * then throws where nobody can catch it.
 */
export function drainConnections(http: Server, grace: number): ApolloServerPlugin {
  const sockets = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const drainServer = async (): Promise<void> => {
    const idle = setInterval(() => http.closeIdleConnections(), INTERVAL);
    const deadline = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, grace);
    await new Promise<void>((resolve) => http.close(() => resolve()));
    clearInterval(idle);
    clearTimeout(deadline);
  };
  return { serverWillStart: async () => ({ drainServer }) };
}
