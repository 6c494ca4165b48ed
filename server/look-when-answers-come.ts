import { hastenLook } from '../lib/cases/commands/look';
import { type Claimed, listenForAnswers } from '../lib/gates/clock';

/** Answers that come together are looked at together. */
const GATHER_MS = 1000;
/** Where a look is under way, it may have begun before the answer that was told of: another one follows. */
const AGAIN_MS = 2000;

/**
 * Lets the rules of a workspace look at its answers soon after some were written. What is not heard here, because this
 * process was not there, is looked at by the next round.
 */
export function lookWhenAnswersCome(): { stop(): Promise<void> } {
  const waiting = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  const soon = (scope: Claimed['scope'], ms: number) => {
    if (stopped || waiting.has(scope.workspaceId)) return;
    waiting.set(
      scope.workspaceId,
      setTimeout(() => {
        waiting.delete(scope.workspaceId);
        hastenLook(scope, {})
          .then(({ state }) => {
            if (state === 'busy') soon(scope, AGAIN_MS);
          })
          .catch((error: unknown) => {
            if (!stopped)
              console.error('The answers could not be looked at now; the next round does it:', error);
          });
      }, ms),
    );
  };

  const listening = listenForAnswers((scope) => soon(scope, GATHER_MS)).catch((error: unknown) => {
    console.error('The worker cannot listen for answers, and looks at them in rounds only:', error);
    return async () => {};
  });
  return {
    stop: async () => {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      await (await listening)();
    },
  };
}
