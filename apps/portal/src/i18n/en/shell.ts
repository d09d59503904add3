export const shell = {
  name: 'Open Government Information',
  'to-main': 'Skip to the text',
  places: 'Main pages',
  home: 'Home',
  follow: 'Follow',
  'large-text': 'Large text',
  'other-language': '中文',
  help: 'Help',
  'help.says':
    'If you cannot read or fill this in, or do not know whom to ask, go to the office or call it: the people there fill it in for you.',
  'not-found': 'There is no such page',
  'not-found.says': 'The address may be mistyped, or the page is gone.',
  'to-home': 'To the home page',
  broken: 'Something went wrong on this page',
  'broken.says': 'What you typed is kept. Open the page again in a while.',
  waiting: 'One moment …',
  'no-answer': 'The server did not answer. Check your connection and try again in a while.',
} as const;
