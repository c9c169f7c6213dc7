type Node = {
  type?: string;
  text?: string;
  level?: number;
  format?: string;
  url?: string;
  bold?: boolean;
  italic?: boolean;
  children?: Node[];
  image?: { url?: string };
};

const words = ({ children = [] }: Node): string => children.map(inline).join('');

const inline = (node: Node): string => {
  if (node.type === 'link') return `[${words(node)}](${node.url ?? ''})`;
  if (node.type === 'list-item') return words(node);
  const mark = `${node.bold ? '**' : ''}${node.italic ? '_' : ''}`;
  return `${mark}${node.text ?? words(node)}${[...mark].reverse().join('')}`;
};

const block = (node: Node): string => {
  if (node.type === 'heading') return `${'#'.repeat(node.level ?? 1)} ${words(node)}`;
  if (node.type === 'quote') return `> ${words(node)}`;
  if (node.type === 'image') return `![](${node.image?.url ?? ''})`;
  if (node.type !== 'list') return words(node);
  return (node.children ?? [])
    .map((item, at) => `${node.format === 'ordered' ? `${at + 1}.` : '-'} ${words(item)}`)
    .join('\n');
};

/** A rich text as one reads it in plain letters, with as much of its form as tells one from another. */
export const plainBlocks = (blocks: unknown): unknown =>
  Array.isArray(blocks) ? (blocks as Node[]).map(block).join('\n') : blocks;
