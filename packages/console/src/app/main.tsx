/** The entry of the console: renders it into the page of the gateway. */
import './theme/mantine-styles';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { Session } from './identity/session';
import { readPageSettings } from './page-settings';
import { GatewayError } from './relay/gateway-error';

const container = document.getElementById('console');
if (container === null) throw new Error('The page has no element with the id "console".');
const settings = readPageSettings(container, document.baseURI);
const session = new Session(settings);
session.start();

createRoot(container, {
  // A failed request has a screen; React would also report it to the browser's console.
  onCaughtError: (error) => {
    if (!(error instanceof GatewayError)) reportError(error);
  },
}).render(<App settings={settings} session={session} />);
