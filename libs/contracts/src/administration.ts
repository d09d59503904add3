import { z } from 'zod';
import { AdminAction } from './admin-actions.js';
import { PageQuery } from './case-filters.js';
import { Day } from './day.js';
import { FeesFrom } from './fee-tariff.js';
import { GuideNeed } from './guide.js';
import { keptText } from './kept-text.js';
import { NumberFormat } from './number-format.js';
import { OrganKind, OrganView } from './session.js';
import { PersonRef } from './views.js';
import { PostTitle, Role } from './vocabulary.js';

/** Shorter passwords are guessed. */
export const PASSWORD_LENGTH = 10;

const Name = keptText(200);
const Names = z.strictObject({ 'zh-CN': Name, en: Name });
/** Stands in addresses and log-ins and never changes. */
const OrganCode = z.stringFormat('organ-code', /^[a-z][a-z0-9-]{0,49}$/);
const Username = z.stringFormat('username', /^[a-z0-9][a-z0-9._-]{1,63}$/);
const Email = z.email().max(254);
/** More than anybody carries. */
const MOST_CARRIED = 999;
/** Open cases that somebody can carry at a time (可承办件数): what their load is held against. */
const Capacity = z.int().min(1).max(MOST_CARRIED);

/** Whether its cases are filed only once nobody can challenge them any more (REG 45); null: as the installation does. */
const FilesAfterRemedies = z.boolean().nullable();

/** An organ as its administrator sees it. */
export const AdministeredOrgan = OrganView.extend({
  /** Who may log in. */
  people: z.int(),
  openCases: z.int(),
  filesAfterRemedies: FilesAfterRemedies,
  feesFrom: FeesFrom,
  /** What its letters need and its guide in force does not say: until it does, they cannot be drawn; those without remedies need less. */
  guideLacks: z.array(GuideNeed),
}).meta({ id: 'AdministeredOrgan' });
export type AdministeredOrgan = z.infer<typeof AdministeredOrgan>;

export const NewOrgan = z
  .strictObject({
    code: OrganCode,
    name: Names,
    kind: OrganKind,
    parent: z.string().max(100),
    numberPrefix: Name,
    numberFormat: NumberFormat.optional(),
    filesAfterRemedies: FilesAfterRemedies.optional(),
    feesFrom: FeesFrom.optional(),
  })
  .meta({ id: 'NewOrgan' });
export type NewOrgan = z.infer<typeof NewOrgan>;

/** What of an organ changes; another `parent` moves it with everything below. */
export const OrganChange = NewOrgan.omit({ code: true }).partial().meta({ id: 'OrganChange' });
export type OrganChange = z.infer<typeof OrganChange>;

/** `title`: what the post of an approver is called, for chains of approval that ask for it. */
const post = { role: Role, ogiHead: z.boolean(), title: PostTitle.nullable(), validFrom: Day, validTo: Day.nullable() };

/** A role held in the organ of its person, from one day to another, both included. */
export const PostView = z.strictObject({ id: z.string(), ...post }).meta({ id: 'PostView' });
export type PostView = z.infer<typeof PostView>;

export const NewPost = z
  .strictObject({
    role: Role,
    ogiHead: z.boolean().default(false),
    title: PostTitle.nullable().default(null),
    validFrom: Day.optional(),
    validTo: Day.nullable().default(null),
  })
  .meta({ id: 'NewPost', description: 'From today where no day is named; without an end where none is.' });
export type NewPost = z.infer<typeof NewPost>;

export const PostChange = z
  .strictObject({ ogiHead: post.ogiHead, title: post.title, validTo: post.validTo })
  .partial()
  .meta({ id: 'PostChange' });
export type PostChange = z.infer<typeof PostChange>;

/** Days on which somebody is away, both included, and who acts instead. */
export const AbsenceView = z
  .strictObject({ id: z.string(), from: Day, to: Day, substitute: PersonRef.nullable() })
  .meta({ id: 'AbsenceView' });
export type AbsenceView = z.infer<typeof AbsenceView>;

/** Absences of a person that are not over, and those of others in whose place they act. */
export const AbsenceList = z
  .object({
    items: z.array(AbsenceView),
    asSubstitute: z.array(z.strictObject({ id: z.string(), from: Day, to: Day, person: PersonRef })),
  })
  .meta({ id: 'AbsenceList' });
export type AbsenceList = z.infer<typeof AbsenceList>;

export const NewAbsence = z
  .strictObject({ from: Day, to: Day, substitute: z.string().max(100).nullable().default(null) })
  .meta({ id: 'NewAbsence', description: 'The substitute is the id of somebody of the same organ.' });
export type NewAbsence = z.infer<typeof NewAbsence>;

/** Who signs in whose place, from when to when; without an end until it is revoked. */
export const DelegationView = z
  .strictObject({
    id: z.string(),
    principal: PersonRef,
    delegate: PersonRef,
    from: Day,
    to: Day.nullable(),
    reason: z.string(),
    granted: z.strictObject({ on: Day, by: PersonRef }),
    revoked: z.strictObject({ on: Day, by: PersonRef }).nullable(),
    state: z.enum(['to_come', 'in_force', 'over', 'revoked']),
  })
  .meta({ id: 'DelegationView' });
export type DelegationView = z.infer<typeof DelegationView>;

export const NewDelegation = z
  .strictObject({
    delegate: z.string().max(100),
    from: Day.optional(),
    to: Day.nullable().default(null),
    reason: keptText(500),
  })
  .meta({
    id: 'NewDelegation',
    description:
      'The delegate is the id of somebody of the same organ. From today where no day is named; without an end where none is.',
  });
export type NewDelegation = z.infer<typeof NewDelegation>;

/** A person as their administrator sees them: posts of all times, absences that are not over. */
export const AdministeredPerson = z
  .strictObject({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    organ: z.string(),
    active: z.boolean(),
    mustChangePassword: z.boolean(),
    /** Whether their log-in has a second step. */
    secondFactor: z.boolean(),
    posts: z.array(PostView),
    absences: z.array(AbsenceView),
    /** Open cases they can carry at a time; null where nobody said so. */
    capacity: z.int().nullable(),
    /** Open cases they hold. */
    openCases: z.int(),
  })
  .meta({ id: 'AdministeredPerson' });
export type AdministeredPerson = z.infer<typeof AdministeredPerson>;

/** Which people are asked for. */
export const StaffQuery = PageQuery.extend({
  /** Code of an organ: people in it and below it. */
  organ: z.string().max(100).optional(),
  role: Role.optional(),
  active: z.enum(['true', 'false']).optional(),
  /** Part of a name or of a log-in. */
  q: keptText(100).optional(),
}).meta({ id: 'StaffQuery' });
export type StaffQuery = z.infer<typeof StaffQuery>;

export const NewPerson = z
  .strictObject({
    username: Username,
    name: Name,
    organ: z.string().max(100),
    email: Email.nullable().default(null),
    capacity: Capacity.nullable().default(null),
    posts: z.array(NewPost).max(20).default([]),
  })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.infer<typeof NewPerson>;

/** What of a person changes; another `organ` ends the posts in the present one. */
export const PersonChange = z
  .strictObject({
    name: Name,
    email: Email.nullable(),
    organ: z.string().max(100),
    active: z.boolean(),
    capacity: Capacity.nullable(),
  })
  .partial()
  .meta({ id: 'PersonChange' });
export type PersonChange = z.infer<typeof PersonChange>;

/** A password that is told once and has to be changed at the next log-in. */
export const OneTimePassword = z.strictObject({ password: z.string() }).meta({ id: 'OneTimePassword' });
export type OneTimePassword = z.infer<typeof OneTimePassword>;

/** A person who was just made, with the password to begin with. */
export const PersonWithPassword = z
  .strictObject({ person: AdministeredPerson, password: z.string() })
  .meta({ id: 'PersonWithPassword' });
export type PersonWithPassword = z.infer<typeof PersonWithPassword>;

export const PasswordChange = z
  .strictObject({ current: z.string().min(1).max(200), next: z.string().min(PASSWORD_LENGTH).max(200) })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/**
 * What a token opens: `read` what the person sees, `intake` handing in what arrives (arrivals, applications, files), `work` every other change.
 */
export const TOKEN_SCOPES = ['read', 'intake', 'work'] as const;
export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;
/** Years that a token is valid at most, and where nothing else is asked for. */
export const TOKEN_YEARS = { most: 2, usual: 1 } as const;

/** A token in force: with it a program acts for a person. Its secret is never told again. */
export const TokenView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    person: PersonRef,
    username: z.string(),
    organ: z.string(),
    scopes: z.array(TokenScope),
    /** The last day on which it opens anything; null for one from before there was an end. */
    expiresOn: Day.nullable(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TokenView' });
export type TokenView = z.infer<typeof TokenView>;

export const NewToken = z
  .strictObject({
    name: Name,
    person: z.string().min(1).max(100),
    scopes: z
      .array(TokenScope)
      .min(1)
      .default([...TOKEN_SCOPES]),
    expiresOn: Day.optional(),
  })
  .meta({
    id: 'NewToken',
    description:
      'The person by id or log-in; the name says what uses the token. Without scopes it opens all, without an end it is valid for a year.',
  });
export type NewToken = z.infer<typeof NewToken>;

/** A token that was just made, with its secret. */
export const IssuedToken = z.strictObject({ token: TokenView, secret: z.string() }).meta({ id: 'IssuedToken' });
export type IssuedToken = z.infer<typeof IssuedToken>;

const Values = z.record(z.string(), z.unknown());

/**
 * What somebody changed in the directory, and how it was before and after; what was made has no before. Of a look at an identity document
 * the subject is the case, and `after` says whose it was and why; of one that was read on a scan it is the file.
 */
export const AdminLogEntry = z
  .strictObject({
    seq: z.int(),
    at: z.iso.datetime(),
    /** Null: from the command line of the installation. */
    actor: PersonRef.nullable(),
    action: AdminAction,
    /** What was changed, under the name it had then. */
    subject: PersonRef,
    before: Values.nullable(),
    after: Values.nullable(),
  })
  .meta({ id: 'AdminLogEntry' });
export type AdminLogEntry = z.infer<typeof AdminLogEntry>;

export const AdminLogQuery = PageQuery.extend({
  /** Id of what was changed: its history alone. */
  subject: z.string().max(100).optional(),
}).meta({ id: 'AdminLogQuery' });
export type AdminLogQuery = z.infer<typeof AdminLogQuery>;
