import type { ComponentChildren } from 'preact';

/** A node of Strapi's rich text. It comes from editors, imports and code, so nothing is believed of it. */
type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = ({ children }: Node): Node[] => (Array.isArray(children) ? children.filter(isNode) : []);

/** Addresses that a reader may follow; a script is none. */
const hrefOf = ({ url }: Node): string | null =>
  typeof url === 'string' && /^(https?:\/\/|mailto:)/i.test(url) ? url : null;

const MARKS = [
  ['code', 'code'],
  ['strikethrough', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

const Words = ({ node }: { node: Node }) => {
  let said: ComponentChildren = typeof node.text === 'string' ? node.text : '';
  for (const [mark, Tag] of MARKS) if (node[mark] === true) said = <Tag>{said}</Tag>;
  return <>{said}</>;
};

const Inline = ({ nodes }: { nodes: readonly Node[] }) => (
  <>
    {nodes.map((node) => {
      if (node.type !== 'link') return <Words node={node} />;
      const href = hrefOf(node);
      const words = <Inline nodes={childrenOf(node)} />;
      return href ? <a href={href}>{words}</a> : words;
    })}
  </>
);

const List = ({ node }: { node: Node }) => {
  const Tag = node.format === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag>
      {childrenOf(node).map((item) => (
        <li>{item.type === 'list' ? <List node={item} /> : <Inline nodes={childrenOf(item)} />}</li>
      ))}
    </Tag>
  );
};

const Block = ({ node }: { node: Node }) => {
  const words = <Inline nodes={childrenOf(node)} />;
  switch (node.type) {
    case 'paragraph':
      return <p>{words}</p>;
    // Below the heading of the section they stand in, whichever level was chosen.
    case 'heading':
      return <h3>{words}</h3>;
    case 'quote':
      return <blockquote>{words}</blockquote>;
    case 'code':
      return <pre tabIndex={0}>{words}</pre>;
    case 'list':
      return <List node={node} />;
    default:
      return null;
  }
};

/** Strapi's rich text. Pictures in it are left out: a page shows none but its brand's. */
export const Blocks = ({ blocks }: { blocks: readonly unknown[] }) => (
  <>
    {blocks.filter(isNode).map((node) => (
      <Block node={node} />
    ))}
  </>
);
