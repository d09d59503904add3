export const home = {
  'home.says': 'You can ask a government office for information it has made or keeps. You need not say what for.',
  'home.apply.says': 'No account. Five steps, kept as you go, on holidays too.',
  'home.follow': 'Follow my application',
  'home.follow.says': 'With the number and the query code on your receipt: where it stands, and by when you are answered.',
} as const;
