import { useEffect, useLayoutEffect } from 'react';

const steady = () => document.querySelectorAll<HTMLElement>('[data-steady]');

/**
 * While it is used, whatever is marked `data-steady` never becomes lower than it has been: other numbers come and go
 * without anything on the page moving up and down.
 */
export function useSteady(): void {
  // Some room at once, so that what says a little more in another period moves nothing either.
  useLayoutEffect(() => {
    for (const one of document.querySelectorAll<HTMLElement>('[data-steady="roomy"]')) {
      one.style.minBlockSize = `calc(${Math.ceil(one.getBoundingClientRect().height)}px + 2.5rem)`;
    }
  }, []);
  // After every drawing: what has grown stays as high.
  useLayoutEffect(() => {
    for (const one of steady()) one.style.minBlockSize = `${Math.ceil(one.getBoundingClientRect().height)}px`;
  });
  useEffect(
    () => () => {
      for (const one of steady()) one.style.minBlockSize = '';
    },
    [],
  );
}
