import { Fragment } from 'react';
import { styled } from 'styled-components';
import { inlineText } from '../../../contracts/inline-text';

const Link = styled.a`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: underline;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

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
            <Link key={index} href={piece.href} target="_blank" rel="noreferrer">
              {piece.text}
            </Link>
          );
        case 'break':
          return <br key={index} />;
        default:
          return <Fragment key={index}>{piece.text}</Fragment>;
      }
    })}
  </>
);
