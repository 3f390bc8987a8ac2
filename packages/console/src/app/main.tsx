/** The entry of the console: renders it into the page of the gateway. */
import './theme/mantine-styles';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { readPageSettings } from './page-settings';
import { createEnvironment } from './relay/environment';

const container = document.getElementById('console');
if (container === null) throw new Error('The page has no element with the id "console".');
const settings = readPageSettings(container, document.baseURI);
createRoot(container).render(<App settings={settings} environment={createEnvironment(settings.endpoint)} />);
