/* The other team's part: its React is the page's, and is none of ours. */
import { createElement as h, useState, version } from 'react'

export default function Weather() {
  const [isRaining, setRaining] = useState(true)
  return h(
    'button',
    { type: 'button', onClick: () => setRaining(!isRaining) },
    `${isRaining ? 'Rain' : 'Sun'}, drawn by React ${version}`,
  )
}
