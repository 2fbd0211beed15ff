import { becauseOfStepUp, pathOfTab } from './account-paths.ts'

/**
 * Leads whoever has no second factor to where one is set up. They were about to do something, and may have
 * filled in a form for it: that stays, for this opens in a tab of its own.
 */
export function setUpFactor(): void {
  const because = new URLSearchParams(becauseOfStepUp)
  window.open(`${pathOfTab('security')}?${because}`, '_blank', 'noopener')
}
