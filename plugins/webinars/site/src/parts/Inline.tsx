import { inlineText } from '../../../contracts/inline-text';

/** A text with the little that staff can mark in it. */
export const Inline = ({ text }: { text: string }) => (
  <>
    {inlineText(text).map((piece, index) => {
      switch (piece.kind) {
        case 'strong':
          return <strong key={index}>{piece.text}</strong>;
        case 'emphasis':
          return <em key={index}>{piece.text}</em>;
        case 'link':
          return (
            <a key={index} href={piece.href} target="_blank" rel="noopener">
              {piece.text}
            </a>
          );
        case 'break':
          return <br key={index} />;
        default:
          return piece.text;
      }
    })}
  </>
);
