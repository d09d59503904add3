/** The tabs of one browser share the cookie of the session: who comes or goes in one has come or gone in all. */
const channel = new BroadcastChannel('gongkai.session');

/** Tells the other tabs who is logged in now; null: nobody. */
export const tellTabs = (userId: string | null): void => channel.postMessage(userId);

/** Hears it from the other tabs. @returns ends it */
export function hearTabs(hear: (userId: string | null) => void): () => void {
  const listen = ({ data }: MessageEvent<string | null>): void => hear(data);
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}
