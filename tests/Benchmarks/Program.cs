using System.Globalization;
using WmoPlatform.Benchmarks;

// Measures every row against its floor in the same run, on fresh servers: `dotnet run -c Release --project tests/Benchmarks [row …]`.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Dictionary<string, Func<Bank, Task>> rijen = new()
{
    ["post"] = Rijen.PostMelding,
    ["inbox"] = Rijen.Inbox,
    ["masstransit"] = Busrij.MassTransit,
    ["relay"] = Rijen.Relay,
    ["keten"] = Rijen.MeldingTotOnderzoek,
    ["gateway"] = Gatewayrij.Gateway,
    ["journaal"] = Rijen.Journaal,
    ["inzage"] = Rijen.Inzage,
    ["achterstand"] = Rijen.Achterstand,
    ["geheugen"] = Rijen.Geheugen,
    ["termijnen"] = Termijnrij.Termijnen,
    ["berichten"] = Berichtenrij.Berichten,
    ["ergst"] = Ergstrij.Ergst,
};
switch (args)
{
    case [Berichtenrij.Kind]:
        Berichtenrij.Meetgeheugen();
        return 0;
    case [Berichtenrij.Maker, var bestand]:
        Berichtenrij.Schrijf(bestand);
        return 0;
    case [Ergstrij.Maker, var naam, var pad, var uniek, var bestand]:
        Ergstrij.Schrijf(naam, pad, bool.Parse(uniek), bestand);
        return 0;
    case [Ergstrij.Kind, var naam, var bestand]:
        Ergstrij.Beoordeel(naam, bestand);
        return 0;
    case [Gatewayrij.KaleYarp, var adres, var doel]:
        await Gatewayrij.DraaiKaleYarp(adres, doel);
        return 0;
}
var gekozen = args.Length == 0 ? [.. rijen.Keys] : args;
if (gekozen.FirstOrDefault(r => !rijen.ContainsKey(r)) is { } onbekend)
{
    Console.Error.WriteLine($"Onbekende rij '{onbekend}'. Kies uit: {string.Join(", ", rijen.Keys)}.");
    return 2;
}
if (Bank.Ontbreekt() is { } ontbreekt)
{
    Console.Error.WriteLine(ontbreekt);
    return 2;
}
await using var bank = await Bank.StartAsync();
await bank.Schijf();
foreach (var rij in gekozen)
{
    Console.WriteLine($"── {rij}");
    await rijen[rij](bank);
}
Console.WriteLine();
Console.WriteLine(bank.Tabel());
return 0;
