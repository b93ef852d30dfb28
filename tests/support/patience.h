#pragma once

#include <QtTest/QtTest>

// QTRY_ waits five seconds by default. A machine that builds meanwhile, or runs under sanitizers, may need longer; a
// minute costs nothing where the condition comes true.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), 60'000)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, messageExpression) QTRY_VERIFY2_WITH_TIMEOUT((expr), messageExpression, 60'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), expected, 60'000)

/// Dates and numbers as CTest asks for them, also for whoever runs a program by hand.
inline const bool tbPlainLocale = qputenv("LC_ALL", "C.UTF-8");
