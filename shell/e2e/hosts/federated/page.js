/* A page that runs federation itself: another team's part, and one React 18 for both of them. */
import('./main.js')
