import { HookServer } from '../../../../test/support/hook-server.js';
import { isPublicAddress } from './addresses.js';
import { WebhookSender } from './webhook-sender.js';

let hook: HookServer;
beforeAll(async () => {
  hook = await HookServer.open();
});
afterAll(() => hook.close());

const post = { headers: { 'x-one': '1' }, body: '{"text":"提醒"}' };

it('posts to a loopback address that the operator has named, in plain HTTP too, and follows no redirection', async () => {
  const sender = new WebhookSender(['127.0.0.0/8']);
  expect(await sender.post({ ...post, url: `${hook.url}/hook?key=1` })).toEqual({
    status: 200,
    text: '{"errcode":0,"errmsg":"ok"}',
  });
  expect(hook.posts[0]).toMatchObject({ path: '/hook?key=1', body: post.body, headers: { 'x-one': '1' } });
  hook.answer = { status: 302, body: '' };
  expect(await sender.post({ ...post, url: hook.url })).toMatchObject({ status: 302 });
});

it.each([
  ['an address of this machine', () => `https://127.0.0.1:${String(hook.port)}/`],
  ['a name that stands for this machine', () => `https://localhost:${String(hook.port)}/`],
  ['the same as IPv6', () => `https://[::1]:${String(hook.port)}/`],
  ['the same wrapped up', () => `https://[::ffff:127.0.0.1]:${String(hook.port)}/`],
  ['the same as one number', () => `https://2130706433:${String(hook.port)}/`],
  ['a cloud’s metadata', () => 'https://169.254.169.254/latest'],
  ['a private network', () => 'https://10.0.0.1/'],
  ['a public address without TLS', () => 'http://1.1.1.1/'],
  ['another protocol', () => 'ftp://1.1.1.1/'],
])('speaks to no %s', async (_, url) => {
  const before = hook.posts.length;
  await expect(new WebhookSender([]).post({ ...post, url: url() })).rejects.toThrow(/not a public address|only https|not spoken/);
  expect(hook.posts).toHaveLength(before);
});

it('tells that a name leads nowhere', async () => {
  await expect(new WebhookSender([]).post({ ...post, url: 'https://nowhere.invalid/' })).rejects.toThrow(/nowhere\.invalid/);
});

it('takes a name for what it is looked up as: one allowed network does not open another', async () => {
  await expect(
    new WebhookSender(['10.0.0.0/8']).post({ ...post, url: `http://localhost:${String(hook.port)}/` }),
  ).rejects.toThrow('not a public address');
  expect(await new WebhookSender(['loopback']).post({ ...post, url: `http://localhost:${String(hook.port)}/` })).toMatchObject({
    status: 302,
  });
});

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['100.64.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['::', false],
  ['example.org', false],
])('%s is public: %s', (address, is) => expect(isPublicAddress(address)).toBe(is));
