/** Loads graphql with its checks of a production process, which the gateway runs with. Its checks for developers take a tenth of the time of the suites. */
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
require('graphql/jsutils/instanceOf.js');
process.env.NODE_ENV = NODE_ENV;
