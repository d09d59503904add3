import { z } from 'zod';
import { Day } from './day.js';
import { Role } from './vocabulary.js';

/** The person who is logged in. */
export const SessionUser = z
  .strictObject({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    /** Code of the organ. */
    organ: z.string(),
    /** Also that of an approver in whose place they sign today. */
    roles: z.array(Role),
    /** In whose place they sign today; without `until` until it is revoked. */
    standsFor: z.array(z.strictObject({ id: z.string(), name: z.string(), until: Day.nullable() })),
  })
  .meta({ id: 'SessionUser' });
export type SessionUser = z.infer<typeof SessionUser>;

/** Six figures from an authenticator, or one of the codes for the day on which it is lost. */
const SecondCode = z.string().trim().min(6).max(40);

export const NewSession = z
  .strictObject({
    username: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    /** Asked for, with `second-factor-needed`, of who has set up a second step. */
    code: SecondCode.optional(),
  })
  .meta({ id: 'NewSession' });
export type NewSession = z.infer<typeof NewSession>;

/** What a client needs to go on: who is logged in, and the token that every change has to carry as `x-csrf-token`. */
export const SessionView = z
  .strictObject({
    user: SessionUser,
    csrfToken: z.string(),
    /** The password was given by an administrator: nothing else is answered before it is changed. */
    mustChangePassword: z.boolean(),
    /** Whether the log-in has a second step; `required`: it has none and has to, and nothing else is answered before it is set up. */
    secondFactor: z.enum(['on', 'off', 'required']),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

/** Sets up a second step, or takes it away: what the person knows. */
export const OwnPassword = z.strictObject({ password: z.string().min(1).max(200) }).meta({ id: 'OwnPassword' });
export type OwnPassword = z.infer<typeof OwnPassword>;

/** What goes into an authenticator, as a QR code or typed; it counts once a code of it was told. */
export const SecondFactorOffer = z
  .strictObject({
    /** In base 32. */
    secret: z.string(),
    /** `otpauth://totp/…` */
    uri: z.string(),
  })
  .meta({ id: 'SecondFactorOffer' });
export type SecondFactorOffer = z.infer<typeof SecondFactorOffer>;

export const SecondFactorProof = z.strictObject({ code: SecondCode }).meta({ id: 'SecondFactorProof' });
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

export const SecondFactorRemoval = OwnPassword.extend(SecondFactorProof.shape).meta({ id: 'SecondFactorRemoval' });
export type SecondFactorRemoval = z.infer<typeof SecondFactorRemoval>;

/** Each opens once, in the place of an authenticator; they are told once. */
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** A screen at which a person is logged in. */
export const OwnSession = z
  .strictObject({
    id: z.string(),
    since: z.iso.datetime(),
    until: z.iso.datetime(),
    address: z.string(),
    /** What the browser says it is. */
    agent: z.string(),
    /** The one that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnSessionList = z.object({ items: z.array(OwnSession) }).meta({ id: 'OwnSessionList' });
export type OwnSessionList = z.infer<typeof OwnSessionList>;

export const ORGAN_KINDS = ['government', 'department', 'unit'] as const;
export const OrganKind = z.enum(ORGAN_KINDS);
export type OrganKind = z.infer<typeof OrganKind>;

/** An organ of the tree. */
export const OrganView = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    name: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
    kind: OrganKind,
    /** Code of the organ above it. */
    parent: z.string().nullable(),
    /** Begins every number this organ gives, e.g. 城管依申请. */
    numberPrefix: z.string(),
    /** How this organ writes its numbers, e.g. `{prefix}〔{year}〕{n}号`. */
    numberFormat: z.string(),
  })
  .meta({ id: 'OrganView' });
export type OrganView = z.infer<typeof OrganView>;

/** A person as colleagues see them. */
export const PersonView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    organ: z.string(),
    roles: z.array(Role),
    /** Away today; who acts instead, where somebody was named. */
    absent: z.boolean(),
    substitute: z.string().nullable(),
  })
  .meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

export const PersonList = z.object({ items: z.array(PersonView) }).meta({ id: 'PersonList' });
export type PersonList = z.infer<typeof PersonList>;

/** A stored file; its id is the SHA-256 of its content. */
export const FileView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    mime: z.string(),
    /** In bytes. */
    size: z.int(),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'FileView' });
export type FileView = z.infer<typeof FileView>;
