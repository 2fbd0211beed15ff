import type { Text } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** What is told of keys to which a page itself listens. */
export interface ToldShortcut {
  readonly keys: string
  readonly title: Text
  /** A letter; arrows and Enter are no such keys, and stay. */
  readonly canBeOff?: boolean
}

export interface ToldGroup {
  readonly title: Text
  readonly shortcuts: readonly ToldShortcut[]
}

/** Every table of the house hears these. */
export const inLists: ToldGroup = {
  title: texts.keysInListsGroup,
  shortcuts: [
    { keys: '↓', title: texts.nextRow },
    { keys: '↑', title: texts.previousRow },
    { keys: 'Enter', title: texts.openRow },
  ],
}

/**
 * What pages hear beyond that, by their view. A manifest has no place for it yet; until it has, a
 * page that hears keys of its own is named here.
 */
export const ofPages: Readonly<Record<string, readonly ToldGroup[]>> = {
  'logs.list': [
    {
      title: texts.openRequestGroup,
      shortcuts: [
        { keys: 'j', title: texts.nextRequest, canBeOff: true },
        { keys: 'k', title: texts.previousRequest, canBeOff: true },
      ],
    },
    {
      title: texts.barsGroup,
      shortcuts: [
        { keys: '→', title: texts.nextBar },
        { keys: '←', title: texts.previousBar },
        { keys: 'Shift+→', title: texts.moreBars },
        { keys: 'Enter', title: texts.zoomIntoBars },
        { keys: 'Escape', title: texts.noBars },
      ],
    },
  ],
  'home.audit': [
    {
      title: texts.openEntryGroup,
      shortcuts: [
        { keys: 'j', title: texts.nextEntry, canBeOff: true },
        { keys: 'k', title: texts.previousEntry, canBeOff: true },
      ],
    },
  ],
  'home.team': [
    {
      title: texts.accessReviewGroup,
      shortcuts: [
        { keys: 'k', title: texts.keepLine, canBeOff: true },
        { keys: 'r', title: texts.markLine, canBeOff: true },
      ],
    },
  ],
}
