import { addressFault, previewAddress } from './address';

describe("an image's address", () => {
  it('is a complete https address or a path on this server', () => {
    expect(addressFault('https://example.org/a.png')).toBeNull();
    expect(addressFault('/uploads/a.png')).toBeNull();
    expect(addressFault('')).toBeNull();
  });

  it('is refused where a browser could not load it or should not', () => {
    expect(addressFault('a.png')).toBe('not_an_address');
    expect(addressFault('//example.org/a.png')).toBe('not_an_address');
    expect(addressFault('javascript:alert(1)')).toBe('not_an_address');
    expect(addressFault('http://example.org/a.png')).toBe('not_secure');
  });

  it('is looked up on the server when it is a path', () => {
    expect(previewAddress('/uploads/a.png', 'http://localhost:1337/')).toBe('http://localhost:1337/uploads/a.png');
    expect(previewAddress('https://example.org/a.png', 'http://localhost:1337')).toBe('https://example.org/a.png');
    expect(previewAddress('javascript:alert(1)', '')).toBeNull();
  });
});
