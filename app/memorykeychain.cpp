#include "app/memorykeychain.h"
