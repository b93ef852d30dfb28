#include "model/record/rank.h"

namespace tb {

namespace {

constexpr char firstDigit = 'a';
constexpr int base = 26;

int digitAt(const QString &rank, int position, int missing)
{
    return position < rank.size() ? rank.at(position).unicode() - firstDigit : missing;
}

QChar digit(int value)
{
    return QLatin1Char(static_cast<char>(firstDigit + value));
}

} // namespace

QString rankBetween(const QString &before, const QString &after)
{
    QString key;
    bool belowAfter = after.isEmpty(); // once a digit is smaller than after's, the rest is free
    for (int position = 0;; ++position) {
        const int low = digitAt(before, position, 0);
        const int high = belowAfter ? base : digitAt(after, position, base);
        if (high - low > 1)
            return key + digit((low + high) / 2);
        key += digit(low);
        belowAfter = belowAfter || high > low;
    }
}

QString rankAt(int index)
{
    QString key(4, QLatin1Char(firstDigit));
    for (int position = 3; position >= 0; --position, index /= base)
        key[position] = digit(index % base);
    return key + digit(base / 2);
}

} // namespace tb
