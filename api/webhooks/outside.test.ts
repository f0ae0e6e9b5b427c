import { isOutside, networksOf } from './outside.js';

const none = networksOf([]);

test.each([
  ['127.0.0.1'],
  ['10.1.2.3'],
  ['172.31.255.255'],
  ['192.168.0.1'],
  ['169.254.169.254'],
  ['100.64.0.1'],
  ['0.0.0.0'],
  ['224.0.0.1'],
  ['255.255.255.255'],
  ['::1'],
  ['::'],
  ['::ffff:127.0.0.1'],
  ['::ffff:10.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['2002:7f00:1::'],
  ['fc00::1'],
  ['fe80::1'],
  ['ff02::1'],
  ['not an address'],
])('%s is no address of the internet', (address) => {
  expect(isOutside(address, none)).toBe(false);
});

test.each([['8.8.8.8'], ['172.32.0.1'], ['192.0.3.1'], ['2606:4700::1111']])('%s is one', (address) => {
  expect(isOutside(address, none)).toBe(true);
});

test('a network that the installation names may be told things, and no other', () => {
  const own = networksOf(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
  const told = ['10.1.2.3', '127.0.0.1', 'fd12::1', '10.2.0.1', '127.0.0.2'].map((each) => isOutside(each, own));
  expect(told).toEqual([true, true, true, false, false]);
});
