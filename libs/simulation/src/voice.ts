import { checkDigitOf, RESIDENT_ID, type ConsultationKind, type NewApplicant } from '@gongkai/contracts';
import type { Random } from './random.js';
import type { Saying, Words } from './words.js';

/** Given out to nobody: no region of the country has this number. */
const NO_REGION = '999900';

/** Speaks for the people of a simulated case: who they are, what they ask for, what they write. */
export class Voice {
  constructor(
    private readonly words: Words,
    private readonly random: Random,
  ) {}

  /** One of the sentences for this. */
  say(what: Saying): string {
    return this.random.pick(this.words[what]);
  }

  /** Who is asked for an opinion. */
  consulted(kind: ConsultationKind): string {
    return this.random.pick(this.words.consulted[kind]);
  }

  /** That one, or where they were asked in this case already the next who was not: nobody is asked twice about the same. */
  notAskedYet(kind: ConsultationKind, party: string, asked: readonly { readonly party: string }[]): string {
    const all = this.words.consulted[kind];
    const from = all.indexOf(party);
    const inTurn = [...all.slice(from), ...all.slice(0, from)];
    return inTurn.find((name) => !asked.some((one) => one.party === name)) ?? party;
  }

  /** Something that could be asked of this organ in this year. */
  topic(organ: string, year: number): string {
    const { general, [organ]: own } = this.words.topics;
    const topics = own !== undefined && this.random.chance(75) ? own : general;
    const facts = { year: year - this.random.int(1, 4), number: this.random.int(1, 98) };
    return this.#filled(this.random.pick(topics), facts);
  }

  /** Somebody who asks; nobody is called so, lives there, or has that number. */
  applicant(category: NewApplicant['category']): NewApplicant {
    const contact = {
      phone: `1990000${this.#digits(4)}`,
      email: `applicant${this.#digits(4)}@example.org`,
      address: `${this.random.pick(this.words.people.streets)}${this.random.int(1, 200)}号`,
    };
    if (category === 'natural_person') {
      const first = `${NO_REGION}${this.random.int(1948, 1999)}0${this.random.int(1, 9)}1${this.random.int(0, 9)}${this.#digits(3)}`;
      const idNumber = `${first}${checkDigitOf(first)}`;
      return { kind: 'natural_person', category, name: this.#name(), idType: RESIDENT_ID, idNumber, ...contact };
    }
    const name = this.#filled(this.random.pick(this.words.names[category]), {});
    return { kind: 'legal_person_or_other', category, name, agent: this.#name(), ...contact };
  }

  #name(): string {
    const { surnames, given } = this.words.people;
    const first = this.random.pick(given);
    return `${this.random.pick(surnames)}${first}${this.random.chance(60) ? this.random.pick(given) : ''}`;
  }

  #filled(pattern: string, facts: Readonly<Record<string, number>>): string {
    return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? this.random.pick(this.words.places)));
  }

  #digits(count: number): string {
    return Array.from({ length: count }, () => this.random.int(0, 9)).join('');
  }
}
