/**
 * How often a program waits for the database: a statement that is sent while no other is on its way begins a trip, those that are sent
 * before it is answered travel with it.
 */
const counted = { trips: 0 };
const onTheirWay = new WeakMap();

/** Counts the trips of every client of this class from now on. @param Client of `pg`, one's own or that of a package */
export function countTrips(Client) {
  const send = Client.prototype.query;
  Client.prototype.query = function (...given) {
    const open = onTheirWay.get(this) ?? 0;
    if (open === 0) counted.trips += 1;
    onTheirWay.set(this, open + 1);
    const answered = () => void onTheirWay.set(this, onTheirWay.get(this) - 1);
    const last = given.at(-1);
    if (typeof last === 'function')
      given[given.length - 1] = (...answer) => {
        answered();
        last(...answer);
      };
    const result = send.apply(this, given);
    if (typeof result?.then === 'function') result.then(answered, answered);
    return result;
  };
}

/** Trips since the program began. */
export const tripsSoFar = () => counted.trips;
