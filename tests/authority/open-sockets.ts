import type { Socket } from 'node:net';

/** The open sockets of somebody, and the moment at which none is left. */
export class OpenSockets extends Set<Socket> {
  private empty = (): void => undefined;

  watch(socket: Socket): Socket {
    this.add(socket);
    return socket.on('close', () => {
      this.delete(socket);
      if (this.size === 0) this.empty();
    });
  }
  async gone(): Promise<void> {
    if (this.size === 0) return;
    await new Promise<void>((resolve) => {
      this.empty = resolve;
    });
  }
}
