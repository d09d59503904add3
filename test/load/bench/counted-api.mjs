/** Loaded before the API of the bench: counts its trips, and tells them and its processor time to whoever asks. */
import pg from 'pg';
import { countTrips, tripsSoFar } from './trips.mjs';

countTrips(pg.Client);
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ trips: tripsSoFar(), cpu: (user + system) / 1000 });
});
process.channel.unref();
