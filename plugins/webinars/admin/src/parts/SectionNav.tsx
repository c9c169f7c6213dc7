import { useRef } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { NavLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import {
  BASE,
  bulksPath,
  historyPath,
  importsPath,
  integrationsPath,
  mailsPath,
  messagesPath,
  registrationsPath,
  sessionsPath,
  settingsPath,
} from '../paths';
import { PERMISSIONS } from '../permissions';
import { isInSettings, useSettingsSections } from '../settings-sections';
import { useText } from '../translate';
import { useInView } from '../use-in-view';
import { useMayDo } from '../use-may';

const Item = styled(NavLink)`
  display: block;
  padding: 1.4rem 0.4rem 1.2rem;
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.4rem;
  font-weight: 500;
  line-height: 2rem;
  text-decoration: none;
  white-space: nowrap;

  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }

  &.active {
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -4px;
  }
`;

const List = styled(Flex)`
  overflow-x: auto;
`;

/** What stands beneath a page without its address: the sections of the settings, and what is done with many registrations. */
const isWithin = (page: string, pathname: string): boolean =>
  page === settingsPath
    ? isInSettings(pathname)
    : page === registrationsPath() && [importsPath(), bulksPath].some((path) => pathname.startsWith(path));

/** The plugin's pages, those the reader may open. Where there is only one, there is nothing to choose. */
export const SectionNav = () => {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  const hasSettings = useSettingsSections().length > 0;
  const pages = [
    { to: BASE, end: true, label: text('nav.overview'), isOpen: useMayDo(PERMISSIONS.readOverview) },
    { to: sessionsPath(), label: text('nav.sessions'), isOpen: useMayDo(PERMISSIONS.readSessions) },
    {
      to: registrationsPath(),
      label: text('nav.registrations'),
      isOpen: useMayDo(PERMISSIONS.readRegistrations),
    },
    { to: mailsPath(), label: text('nav.mails'), isOpen: useMayDo(PERMISSIONS.readMails) },
    { to: messagesPath, label: text('nav.messages'), isOpen: useMayDo(PERMISSIONS.sendMails) },
    { to: integrationsPath, end: true, label: text('nav.integrations'), isOpen: useMayDo(PERMISSIONS.readPartners) },
    { to: historyPath(), label: text('nav.history'), isOpen: useMayDo(PERMISSIONS.readHistory) },
    { to: settingsPath, label: text('nav.settings'), isOpen: hasSettings },
  ].filter(({ isOpen }) => isOpen);
  useInView(list, '.active', `${pathname} ${pages.length}`);
  if (pages.length < 2) return null;
  return (
    <Box
      tag="nav"
      aria-label={text('nav.label')}
      background="neutral0"
      borderColor="neutral150"
      borderStyle="none none solid"
      borderWidth="0 0 1px"
      paddingLeft={{ initial: 4, medium: 6, large: 10 }}
      paddingRight={{ initial: 4, medium: 6, large: 10 }}
    >
      <List ref={list} tag="ul" gap={6} alignItems="stretch">
        {pages.map(({ to, end, label }) => (
          <li key={to}>
            <Item to={to} end={end} className={isWithin(to, pathname) ? 'active' : undefined}>
              {label}
            </Item>
          </li>
        ))}
      </List>
    </Box>
  );
};
