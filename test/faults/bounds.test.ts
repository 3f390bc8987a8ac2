// The bounds themselves: how long a silent AWS costs, how much of an answer is read, and how often AWS is asked again.
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICES } from '../../src/errors';
import { sampleChanges } from '../support/sample-changes';
import { testInOwnRig } from '../support/rig';
import { listAll, lookUp, openFaultRoom } from './fault-room';
