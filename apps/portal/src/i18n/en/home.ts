export const home = {
  'home.says': 'You can ask a government office for information it has made or keeps. You need not say what for.',
  'home.apply.says': 'No account. Five steps, kept as you go, on holidays too.',
  'home.follow': 'Follow my application',
  'home.follow.says': 'With the number and the query code on your receipt: where it stands, and by when you are answered.',
  'home.what': 'What you can ask for',
  'home.what.1': 'Documents, data, contracts and records the office has made, or has got from elsewhere and keeps.',
  'home.what.2':
    'Tell the title and number, or the time and place, so that it can be found. You can ask for several things at once.',
  'home.what.3': 'State secrets stay closed; where trade secrets or privacy are concerned, the other side is asked first.',
  'home.when': 'As a rule you are answered within 20 working days, without a fee.',
  'home.ways': 'Ways to apply',
  'home.ways.always':
    'Every office takes applications in person and by post. Online, fax and e-mail depend on what the office has opened; its guide tells.',
  'home.guides': 'Addresses, phones and hours of the offices',
} as const;
