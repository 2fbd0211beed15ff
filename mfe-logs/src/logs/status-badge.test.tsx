import { expect, test } from '@jest/globals'
import { problems } from '@sonaqor/contract/problem'
import { sayIn } from '@sonaqor/module/texts'
import { wordsFor } from './status-badge.tsx'

const say = sayIn('en')
const statuses = [...new Set(Object.values(problems).map(({ status }) => status))]

test.each(statuses)(
  'LG-1: a refusal with %d has words of its own, and not of its group',
  (status) => {
    const ofGroup = wordsFor(say, status < 500 ? 499 : 599)
    expect(wordsFor(say, status)).not.toBe(ofGroup)
  },
)
