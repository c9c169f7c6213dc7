import { useRef } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { NavLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { isInSettings, useSettingsSections } from '../settings-sections';
import { useText } from '../translate';
import { useInView } from '../use-in-view';

const Item = styled(NavLink)`
  display: block;
  padding: 0.6rem 1.2rem;
  border-radius: 2rem;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.3rem;
  line-height: 2rem;
  text-decoration: none;
  white-space: nowrap;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &.active {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

const List = styled(Flex)`
  overflow-x: auto;
`;

/** The sections of the settings, above each of them. Where there is only one, there is nothing to choose. */
export const SettingsNav = () => {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  const sections = useSettingsSections();
  useInView(list, '.active', `${pathname} ${sections.length}`);
  if (!isInSettings(pathname) || sections.length < 2) return null;
  return (
    <Box
      tag="nav"
      aria-label={text('nav.settings_label')}
      paddingTop={3}
      paddingLeft={{ initial: 2, medium: 4, large: 8 }}
      paddingRight={{ initial: 2, medium: 4, large: 8 }}
    >
      <List ref={list} tag="ul" gap={1} alignItems="stretch" padding={1}>
        {sections.map(({ to, end, label }) => (
          <li key={to}>
            <Item to={to} end={end}>
              {label}
            </Item>
          </li>
        ))}
      </List>
    </Box>
  );
};
