/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function randomBy(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** By how much a clock is wrong. */
const SKEWS = ['+5h', '-5h', '+3d', '-3d', '+400d', '-400d'];

/** Most of what is asked is answered in that time. */
const KILLED_WITHIN_MS = 40;

/** What may befall an office, by name. */
const TORMENTS = {
  'people killed': (office) => office.killPlayer(),
  'api killed': (office, random) => office.killApi(Math.floor(random() * KILLED_WITHIN_MS)),
  'worker killed': (office, random) => office.killWorker(Math.floor(random() * 2)),
  'database killed': (office) => office.killDatabase('SIGKILL'),
  'database stopped at once': (office) => office.killDatabase('SIGQUIT'),
  'lines cut': (office) => office.cutLines(),
  'jobs handed over twice': (office) => office.forgetHandedOver(),
  'jobs turned round': (office) => office.turnRound(),
  'disk of the files full': (office) => office.fillDisk(),
  'clock of a worker wrong': (office, random) =>
    office.skewWorker(Math.floor(random() * 2), SKEWS[Math.floor(random() * SKEWS.length)]),
};
const OF_REDIS = {
  'redis killed': ({ redis }) => redis.crash(),
  'redis emptied': ({ redis }) => redis.flush(),
};

/** Befalls an office at random, one thing after the other. */
export class Tormentor {
  /** How often what has befallen it. */
  counts = {};

  /** @param days quiet between two strikes, in the mean */
  constructor(office, { seed, quiet: days }) {
    Object.assign(this, { office, days });
    // Two rows of numbers: what is drawn while something still befalls the office leaves the other row as it is.
    this.quiet = randomBy(seed);
    this.random = randomBy(seed + 1);
    this.coming = [];
    this.torments = Object.entries(office.redis === undefined ? TORMENTS : { ...TORMENTS, ...OF_REDIS });
  }

  /** How long it is quiet, in days of the year that is played. */
  pause() {
    return Math.ceil(this.days / 4) + Math.floor(this.quiet() * this.days * 1.5);
  }

  /** Everything befalls it once before anything does so again. */
  #next() {
    if (this.coming.length === 0) this.coming = [...this.torments];
    return this.coming.splice(Math.floor(this.random() * this.coming.length), 1)[0];
  }

  async strike() {
    const [name, befall] = this.#next();
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    await befall(this.office, this.random);
  }
}
