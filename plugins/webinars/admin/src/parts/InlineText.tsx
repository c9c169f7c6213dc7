import { Fragment } from 'react';
import { inlineText } from '../../../contracts/inline-text';

/** A text with the little that can be marked in it, as visitors see it. */
export const InlineText = ({ text }: { text: string }) => (
  <>
    {inlineText(text).map((piece, index) => {
      switch (piece.kind) {
        case 'strong':
          return <strong key={index}>{piece.text}</strong>;
        case 'emphasis':
          return <em key={index}>{piece.text}</em>;
        case 'link':
          return (
            <a key={index} href={piece.href} target="_blank" rel="noreferrer" style={{ textDecoration: 'underline' }}>
              {piece.text}
            </a>
          );
        case 'break':
          return <br key={index} />;
        default:
          return <Fragment key={index}>{piece.text}</Fragment>;
      }
    })}
  </>
);
