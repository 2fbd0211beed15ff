import { expect, test } from '@jest/globals'
import { problems } from '@sonaqor/contract/problem'
import { sayIn } from '@sonaqor/module/texts'
import { wordsFor } from './status-badge.tsx'

const say = sayIn('en')
const ours = Object.values(problems).map(({ status }) => status)
/** In the logs of servers elsewhere. */
const common = [206, 301, 302, 304, 416, 502, 504]
const statuses = [...new Set([...ours, ...common])]

test.each(statuses)(
  'LG-1: an answer with %d has words of its own, and not of its group',
  (status) => {
    const ofGroup = wordsFor(say, Math.floor(status / 100) * 100 + 99)
    expect(wordsFor(say, status)).not.toBe(ofGroup)
  },
)
