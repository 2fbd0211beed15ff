import { expect, test } from '@jest/globals'
import { sayIn } from '@sonaqor/ui/texts'
import { deviceOf } from './device-of.ts'

const say = sayIn('en')

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.9.1', 'Unknown device'],
])('XC-1: a session is told by what its device is called: %s', (userAgent, name) => {
  expect(deviceOf(userAgent, say)).toBe(name)
})

test('a session that never said what it is is told so', () => {
  expect(deviceOf(null, say)).toBe('Unknown device')
})
