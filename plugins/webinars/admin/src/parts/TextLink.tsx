import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link in the size of the page's text, which is cut short where it has no room. */
export const TextLink = styled(NavLink)`
  display: block;
  max-width: 100%;
  overflow: hidden;
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  line-height: 2rem;
  text-decoration: none;
  text-overflow: ellipsis;
  white-space: nowrap;

  &:hover {
    color: ${({ theme }) => theme.colors.primary500};
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
