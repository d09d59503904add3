import type { InEnglish } from '../same-keys.js';
import type { wayIn as zh } from '../zh/way-in.js';

/** How one gets in: the second step, and the screens where one is logged in. */
export const wayIn: InEnglish<typeof zh> = {
  step: 'Second step',
  'step.off':
    'The password alone lets you in. With a second step the log-in also asks for the six figures of an authenticator on your phone: who learns your password cannot get in.',
  'step.on': 'On: the log-in also asks for the six figures of your authenticator.',
  'step.begin': 'Set up a second step',
  'step.password': 'Present password',
  'step.next': 'Next',
  'step.scan': 'Scan this with the authenticator on your phone, or type the secret below into it.',
  'step.qr': 'QR code for an authenticator',
  'step.secret': 'Secret',
  'step.code': 'The six figures that it shows',
  'step.confirm': 'Turn on',
  'step.recovery': 'Recovery codes',
  'step.recovery-why':
    'When the phone is not at hand, each of them opens once in the place of the six figures. They are shown this once: write them down.',
  'step.copy': 'Copy',
  'step.copied': 'Copied.',
  'step.not-copied': 'The browser does not let them be copied; write them down.',
  'step.kept': 'Kept, done',
  'step.remove': 'Remove the second step',
  'step.remove-why':
    'The password alone lets you in then; other screens are logged out. For a new phone, remove it and set it up again.',
  'step.code-or': 'Six figures or a recovery code',
  'step.missing': 'Fill this in.',
  'required.title': 'Set up a second step first',
  'required.why':
    'Your post needs two steps at the log-in: beside the password, the six figures of an authenticator on your phone. Set it up to go on.',
  'log-in.code': 'Six figures of your authenticator, or a recovery code',
  'log-in.code-missing': 'Fill in the six figures of your authenticator as well.',
  'log-in.not-in': 'Not logged in',
  'sign-on': 'Log in with your office account',
  'sign-on.or': 'or with a password of this system',
  'sign-on.failed':
    'Logging in with the office account did not work out: try again. If it does not help, use a password of this system and tell an administrator.',
  'sign-on.unknown-person':
    'Your office account is known, but nobody here has that user name: ask an administrator to add or correct it.',
  'sign-on.second-step':
    'Your post needs a second step, and the office account asked for none: switch it on there, or use a password of this system.',
  screens: 'Where you are logged in',
  'screens.this': 'this screen',
  'screens.since': 'since {{since}}',
  'screens.end': 'Log out there',
  'screens.ended': 'Logged out there.',
  'screens.unknown': 'unknown program',
  'account.on': 'A code is asked for at their log-in.',
  'account.unlink': 'Remove second step',
  'account.unlink-title': 'Remove the second step of {{name}}',
  'account.unlink-1': 'For who has lost the phone or changed the authenticator: make sure that it is them.',
  'account.unlink-2':
    'The password alone lets them in until they set it up anew; open screens are logged out, and their tokens are void.',
};
