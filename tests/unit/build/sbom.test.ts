import { describe, expect, it } from 'vitest';
import { shippedOnly, type Bom } from '../../../build/scripts/sbom-parts.ts';

const component = (name: string, group?: string) => ({ name, version: '1.0.0', 'bom-ref': `ref-${name}`, ...(group === undefined ? {} : { group }) });
const bom: Bom = {
  metadata: { component: { 'bom-ref': 'root' } },
  components: [component('a'), component('b', '@g'), component('tool')],
  dependencies: [{ ref: 'root', dependsOn: ['ref-a', 'ref-tool'] }, { ref: 'ref-a', dependsOn: ['ref-b', 'ref-tool'] }, { ref: 'ref-b' }, { ref: 'ref-tool' }],
};

describe('the list of what is shipped', () => {
  it('leaves the tools out, among the packages and among what they need', () => {
    expect(shippedOnly(bom, ['a 1.0.0', '@g/b 1.0.0'])).toEqual({
      ...bom,
      components: [component('a'), component('b', '@g')],
      dependencies: [{ ref: 'root', dependsOn: ['ref-a', 'ref-b'] }, { ref: 'ref-a', dependsOn: ['ref-b'] }, { ref: 'ref-b', dependsOn: [] }],
    });
  });

  it('is not written when a shipped package is unknown', () => {
    expect(() => shippedOnly(bom, ['a 2.0.0'])).toThrow('a 2.0.0');
  });
});
