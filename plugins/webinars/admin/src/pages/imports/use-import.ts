import { useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { DialectChoice, IntakeSettings, IntakeView } from '../../../../contracts/intake';
import { useDeed } from '../../use-deed';
import { useLoad } from '../../use-load';
import { IMPORTS_PATH } from './paths';
import { useContentLocale } from '../../use-locale';

const WATCH_MS = 1000;

const BUSY: readonly IntakeView['state'][] = ['checking', 'running', 'taking_back'];

/** A file on its way to the server, with what is chosen of how to read it. */
export const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('files', file, file.name);
  return form;
};

/** An import with what can be done with it; watched while something is under way. */
export const useImport = (id: string) => {
  const { post, put } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const [isWatched, setIsWatched] = useState(true);
  const path = `${IMPORTS_PATH}/${id}`;
  const { body, problem, reload } = useLoad<{ data: IntakeView }>(
    path,
    { titles: useContentLocale() },
    isWatched ? WATCH_MS : null,
  );
  const intake = body?.data ?? null;
  const isUnderWay = intake === null || BUSY.includes(intake.state);
  if (isWatched !== isUnderWay) setIsWatched(isUnderWay);

  /** Whatever became of it, the page shows how things stand afterwards. */
  const act = async (deed: () => Promise<unknown>): Promise<boolean> => {
    const done = await perform(async () => {
      await deed();
      return true;
    });
    await reload();
    return done === true;
  };
  const revision = intake?.revision;
  return {
    intake,
    problem,
    reload,
    isBusy,
    isUnderWay,
    check: (settings: IntakeSettings) => act(() => post(`${path}/check`, { revision, settings })),
    run: () => act(() => post(`${path}/run`, { revision })),
    stop: () => act(() => post(`${path}/stop`)),
    discard: () => act(() => post(`${path}/discard`)),
    takeBack: () => act(() => post(`${path}/take-back`)),
    readAnew: (file: File, chosen: DialectChoice) => act(() => put(`${path}/file`, formOf(file), { params: chosen })),
  };
};

export type ImportDeeds = ReturnType<typeof useImport>;
