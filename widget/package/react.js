import { createElement, useCallback, useEffect, useRef, useState } from 'react';
import { milepost, on } from './index.js';

/**
 * One survey in its place. The element is made in the browser only and anew for each mount, so that server and
 * browser agree and a second mount starts afresh.
 */
export function MilepostSurvey({ survey, onShown, onAnswered, onCompleted, onClosed, ...rest }) {
  const place = useRef(null);
  const listeners = useRef({});
  useEffect(() => {
    listeners.current = { shown: onShown, answered: onAnswered, completed: onCompleted, closed: onClosed };
  });
  useEffect(() => {
    const element = document.createElement('milepost-survey');
    element.setAttribute('survey', survey);
    const tell = ({ type, detail }) => listeners.current[type.slice('milepost:'.length)]?.(detail);
    const events = Object.keys(listeners.current).map((name) => `milepost:${name}`);
    for (const event of events) element.addEventListener(event, tell);
    place.current?.append(element);
    return () => element.remove();
  }, [survey]);
  return createElement('div', { ...rest, ref: place });
}

/** What a component may want to do with one survey, and where that stands: null, or the last event's name. */
export function useMilepost(survey) {
  const [state, setState] = useState(null);
  useEffect(() => {
    setState(null);
    const offs = ['shown', 'answered', 'completed', 'closed'].map((event) =>
      on(event, ({ key }) => {
        if (key === survey) setState(event);
      }),
    );
    return () => {
      for (const off of offs) off();
    };
  }, [survey]);
  const show = useCallback((options) => milepost('show', survey, options), [survey]);
  const canShow = useCallback(() => milepost('canShow', survey), [survey]);
  const close = useCallback((reason) => milepost('close', reason), []);
  return { state, show, canShow, close };
}
