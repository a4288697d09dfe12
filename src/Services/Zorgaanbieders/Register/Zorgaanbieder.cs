using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Zorgaanbieders.Register;

/// <summary>A provider with a contract: what it may deliver, and when.</summary>
public sealed class Zorgaanbieder : Aggregate
{
    private Zorgaanbieder()
    {
    }

    public string Agb { get; private set; } = "";
    public Contract Contract { get; private set; } = null!;

    public static Zorgaanbieder Contracteer(string agb, Contract contract, DateTimeOffset nu)
    {
        var zorgaanbieder = new Zorgaanbieder { Agb = agb };
        zorgaanbieder.Stel(contract, nu);
        return zorgaanbieder;
    }

    /// <summary>The contract is like this from now on.</summary>
    public void Wijzig(Contract contract, DateTimeOffset nu)
    {
        if (!Contract.IsGelijkAan(contract)) Stel(contract, nu);
    }

    /// <summary>
    /// A new client takes a place, if places are counted. That is not announced: the registers of other services do not hold it.
    /// </summary>
    public void NeemClientAan()
    {
        if (Contract.Capaciteit is { } vrij) Contract = Contract with { Capaciteit = Math.Max(0, vrij - 1) };
    }

    private void Stel(Contract contract, DateTimeOffset nu)
    {
        Contract = contract;
        Announce(new ZorgaanbiederGecontracteerd(
            Agb, contract.Naam, contract.Productcategorieen, contract.GeldigVan, contract.GeldigTot), nu);
    }
}

/// <summary>What is agreed with a provider.</summary>
/// <param name="Naam">Trade name.</param>
/// <param name="Productcategorieen">Two digits each (code list WMO020), in order, each once.</param>
/// <param name="GeldigVan">First day.</param>
/// <param name="GeldigTot">Last day; null when open.</param>
/// <param name="Capaciteit">How many more clients fit; null when unknown.</param>
/// <param name="OpzegtermijnDagen">How many days before the end a client or the municipality gives notice; null when not agreed.</param>
/// <param name="Aansluiting">How the provider receives assignments and answers them.</param>
public sealed record Contract(
    string Naam, IReadOnlyList<string> Productcategorieen, DateOnly GeldigVan, DateOnly? GeldigTot, int? Capaciteit, int? OpzegtermijnDagen,
    Aansluiting Aansluiting = Aansluiting.Berichten)
{
    /// <summary>The contracted codes, five characters each, in order; empty means every code of the categories.</summary>
    public IReadOnlyList<string> Productcodes { get; init; } = [];

    public bool Levert(Product product) =>
        Productcategorieen.Contains(product.Categorie) && (Productcodes.Count == 0 || Productcodes.Contains(product.Code));

    public bool Geldt(DateOnly dag) => GeldigVan <= dag && !(GeldigTot < dag);

    public bool IsGelijkAan(Contract ander) =>
        this with { Productcategorieen = [], Productcodes = [] } == ander with { Productcategorieen = [], Productcodes = [] }
        && Productcategorieen.SequenceEqual(ander.Productcategorieen) && Productcodes.SequenceEqual(ander.Productcodes);
}

/// <summary>How a provider receives its assignments and answers them.</summary>
public enum Aansluiting
{
    /// <summary>By the messages of iWmo.</summary>
    Berichten,
    /// <summary>On the platform itself, without messages.</summary>
    Platform,
}
