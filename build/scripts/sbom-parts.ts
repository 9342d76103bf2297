/** The part of a CycloneDX document that is looked at. */
export interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly 'bom-ref': string;
}

/** A list of components and who needs whom, as CycloneDX writes it. */
export interface Bom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

const fullName = ({ name, group, version }: Component): string => `${group === undefined ? '' : `${group}/`}${name} ${version}`;

/**
 * The same document with nothing in it but what is shipped: `shipped` names packages as `name version`. Throws when one of them is not in the document,
 * for then the document is not about this program.
 */
export function shippedOnly<Document extends Bom>(bom: Document, shipped: readonly string[]): Document {
  const components = bom.components.filter((component) => shipped.includes(fullName(component)));
  const missing = shipped.filter((name) => !components.some((component) => fullName(component) === name));
  if (missing.length > 0) throw new Error(`not in the list of all packages: ${missing.join(', ')}`);
  const root = bom.metadata.component['bom-ref'];
  const kept = new Set([root, ...components.map((component) => component['bom-ref'])]);
  const dependencies = bom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: ref === root ? [...kept].filter((each) => each !== root) : dependsOn.filter((each) => kept.has(each)) }));
  return { ...bom, components, dependencies };
}
